"""Sealed boxes, the keys that open them, access codes, and drafts only their owner reads."""
