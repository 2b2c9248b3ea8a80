"""Reads a PDF as an aid does: what it says of itself, and its tags in order."""

from typing import Any

from pypdf import PdfReader


def root_of(document: PdfReader) -> Any:
    """Return what the document says of itself; pypdf's types say nothing of it."""
    return document.root_object


def structure(document: PdfReader) -> list[Any]:
    """Every element of the tag tree, in reading order."""
    waiting: list[Any] = [root_of(document)["/StructTreeRoot"].get_object()]
    found = []
    while waiting:
        element = waiting.pop(0)
        if "/S" in element:
            found.append(element)
        kids = element.get("/K", [])
        kids = kids.get_object() if hasattr(kids, "get_object") else kids
        kids = kids if isinstance(kids, list) else [kids]
        opened = [kid.get_object() for kid in kids]
        waiting = [kid for kid in opened if isinstance(kid, dict)] + waiting
    return found
