"""A logo: a PNG of a fair size, and of it the pixels alone."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from peeraudit.report.logo import (
    MAGIC,
    MOST_BYTES,
    MOST_PIXELS,
    Logo,
    NotALogo,
    drawn_anew,
)

HIDDEN = "taken at 51.5, -0.1 by somebody"


def png(mode: str = "RGBA", size: tuple[int, int] = (40, 20), **save: object) -> bytes:
    """A picture with a few colours in it."""
    picture = Image.new("RGBA", size, (0, 94, 184, 255))
    picture.paste((255, 255, 255, 0), (0, 0, size[0] // 2, size[1] // 2))
    written = BytesIO()
    picture.convert(mode).save(written, format="PNG", **save)
    return written.getvalue()


def pixels(content: bytes) -> bytes:
    with Image.open(BytesIO(content)) as picture:
        return picture.convert("RGBA").tobytes()


def chunks(content: bytes) -> list[bytes]:
    """The kinds of chunk that a PNG is made of."""
    found, at = [], len(MAGIC)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        found.append(content[at + 4 : at + 8])
        at += length + 12
    return found


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "LA", "P", "1"])
def test_the_pixels_stay(mode: str) -> None:
    content = png(mode)
    assert pixels(drawn_anew(content)) == pixels(content)


def test_nothing_but_pixels_is_left() -> None:
    words = PngInfo()
    words.add_text("Comment", HIDDEN)
    words.add_itxt("More", HIDDEN, zip=True)
    exif = Image.Exif()
    exif[0x010E] = HIDDEN
    content = png(pnginfo=words, exif=exif, icc_profile=b"a profile", dpi=(72, 72))
    content += b"and behind the end: <script>alert(1)</script>"
    assert HIDDEN.encode() in content
    clean = drawn_anew(content)
    assert set(chunks(clean)) == {b"IHDR", b"IDAT", b"IEND"}
    assert clean.endswith(b"IEND\xaeB`\x82")
    assert pixels(clean) == pixels(content)


def test_of_a_moving_picture_one_stays() -> None:
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    written = BytesIO()
    frames[0].save(written, format="PNG", save_all=True, append_images=frames[1:])
    clean = drawn_anew(written.getvalue())
    with Image.open(BytesIO(clean)) as picture:
        assert getattr(picture, "n_frames", 1) == 1


def test_a_picture_that_would_grow_gets_fewer_colours() -> None:
    noise = Image.effect_noise((520, 520), 200)
    written = BytesIO()
    noise.save(written, format="PNG", optimize=True)
    content = written.getvalue()
    assert MOST_BYTES / 2 < len(content) <= MOST_BYTES
    with Image.open(BytesIO(drawn_anew(content))) as picture:
        assert picture.size == noise.size


def other(format_: str) -> bytes:
    """A picture of another format."""
    written = BytesIO()
    Image.new("RGB", (10, 10)).save(written, format=format_)
    return written.getvalue()


def bomb() -> bytes:
    """A PNG that says it is far larger than it is."""
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    chunk = b"IHDR" + header
    check = struct.pack(">I", zlib.crc32(chunk))
    return MAGIC + struct.pack(">I", len(header)) + chunk + check + png()[33:]


REFUSED = {
    "nothing": (b"", "PNG"),
    "words": (b"a logo", "PNG"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "PNG"),
    "jpeg": (other("JPEG"), "PNG"),
    "gif": (other("GIF"), "PNG"),
    "jpeg behind a sign of PNG": (MAGIC + other("JPEG"), "cannot read"),
    "cut off": (png(size=(400, 400))[:100], "cannot read"),
    "header alone": (MAGIC, "cannot read"),
    "wide": (png(size=(MOST_PIXELS + 1, 10)), "1,000 pixels"),
    "high": (png(size=(10, MOST_PIXELS + 1)), "1,000 pixels"),
    "a bomb": (bomb(), "pixels|cannot read"),
    "heavy": (png() + b"x" * MOST_BYTES, "200 kB"),
}


@pytest.mark.parametrize(("content", "said"), REFUSED.values(), ids=REFUSED)
def test_what_will_not_do_is_refused(content: bytes, said: str) -> None:
    with pytest.raises(NotALogo, match=said):
        drawn_anew(content)


@pytest.mark.parametrize("size", [(MOST_PIXELS, 1), (1, MOST_PIXELS), (1, 1)])
def test_the_largest_and_the_smallest_will_do(size: tuple[int, int]) -> None:
    assert pixels(drawn_anew(png(size=size)))


def test_as_an_address_it_loads_nothing() -> None:
    assert Logo("A trust", png()).data.startswith("data:image/png;base64,iVBOR")
