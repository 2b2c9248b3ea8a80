"""Sealed boxes, the keys that open them, access codes, and drafts for one person."""
