"""An organisation's logo: a picture, drawn anew so that nothing else is in it."""

import base64
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, UnidentifiedImageError

MAGIC = b"\x89PNG\r\n\x1a\n"
MOST_BYTES = 200_000
MOST_PIXELS = 1_000
"""A side: four times what a page shows."""

COLOURS = 256
"""For a picture that would grow by being drawn anew."""


class NotALogo(ValueError):
    """A file that will not do, and what would be right."""


@dataclass(frozen=True, slots=True)
class Logo:
    """A logo, and whose it is."""

    organisation: str
    png: bytes

    @property
    def data(self) -> str:
        """The picture as an address, for a file that loads nothing."""
        return "data:image/png;base64," + base64.b64encode(self.png).decode()


def drawn_anew(content: bytes) -> bytes:
    """Return a PNG of the same pixels, without words, places or whatever hid behind.

    Raises
    ------
    NotALogo
        If it is no PNG, too large, or damaged.
    """
    if len(content) > MOST_BYTES:
        raise NotALogo("Choose a picture of at most 200 kB")
    if not content.startswith(MAGIC):
        raise NotALogo("Choose a picture in the format PNG")
    try:
        return _drawn(content)
    except (
        *(OSError, ValueError, SyntaxError, EOFError, MemoryError),
        *(UnidentifiedImageError, Image.DecompressionBombError),
    ) as error:
        if isinstance(error, NotALogo):
            raise
        raise NotALogo("We cannot read this picture. Save it as PNG again") from None


def _drawn(content: bytes) -> bytes:
    """Copy the pixels into a picture of our own, and nothing else."""
    with Image.open(BytesIO(content), formats=["PNG"]) as picture:
        if max(picture.size) > MOST_PIXELS:
            raise NotALogo(
                f"Choose a picture of at most {MOST_PIXELS:,} pixels on each side"
            )
        # Checks every part; what is cut off would be read as empty pixels else.
        picture.verify()
    with Image.open(BytesIO(content), formats=["PNG"]) as picture:
        pixels = picture.convert("RGBA")
        clean = Image.frombytes("RGBA", pixels.size, pixels.tobytes())
    written = _as_png(clean)
    if len(written) <= MOST_BYTES:
        return written
    return _as_png(clean.quantize(COLOURS, method=Image.Quantize.FASTOCTREE))


def _as_png(picture: Image.Image) -> bytes:
    """Write a picture."""
    written = BytesIO()
    picture.save(written, format="PNG", optimize=True)
    return written.getvalue()
