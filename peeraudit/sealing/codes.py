"""Access codes: easy to type from paper, impossible to guess, kept as a hash."""

import hashlib
import secrets

ALPHABET = "ACEFHJKMNPRTVWXY3456789"
"""23 signs, a prime number of them, of which no two look or sound much alike."""

RANDOM_SIGNS = 18
"""18 signs of 23 are 81 bits; at least 80 are asked for."""

BLOCK = 4

LOOK_ALIKES = str.maketrans("SBGQ", "5869")
"""Signs that are in no code, read as what they were most likely meant to be."""

SYLLABLES = tuple(c + v for c in "bdfghjklmnprstvz" for v in "aeiou")
"""80 syllables for return words: six of them are 38 bits."""


class MistypedCode(ValueError):
    """Letters that cannot be a code: the check letters do not fit."""


def new_code() -> str:
    """Return a fresh code in blocks, its last two signs check letters.

    >>> code = new_code()
    >>> len(code), read_code(code.lower().replace("-", " ")) == code
    (24, True)
    """
    signs = "".join(secrets.choice(ALPHABET) for _ in range(RANDOM_SIGNS))
    return _blocks(signs + _check_letters(signs))


def code_from(mark: bytes) -> str:
    """Return the code that follows from a mark of 32 bytes, always the same one."""
    number = int.from_bytes(mark)
    signs = ""
    for _ in range(RANDOM_SIGNS):
        number, place = divmod(number, len(ALPHABET))
        signs += ALPHABET[place]
    return _blocks(signs + _check_letters(signs))


def read_code(typed: str) -> str:
    """Return a code as it was printed, from however it was typed.

    Raises
    ------
    MistypedCode
        If a sign is wrong, missing or swapped: any one or two wrong signs are noticed.
    """
    signs = "".join(each for each in typed.upper() if each.isalnum())
    signs = signs.translate(LOOK_ALIKES)
    body, check = signs[:RANDOM_SIGNS], signs[RANDOM_SIGNS:]
    fits = len(body) == RANDOM_SIGNS and set(signs) <= set(ALPHABET)
    if not fits or check != _check_letters(body):
        raise MistypedCode
    return _blocks(signs)


def fingerprint(code: str) -> bytes:
    """Return what is stored of a code; the code is random, so a plain hash suffices."""
    return hashlib.blake2b(
        code.encode(), digest_size=32, person=b"peeraudit-code"
    ).digest()


def new_return_word() -> str:
    """Return a word to write down, with which a draft can be opened again."""
    syllables = [secrets.choice(SYLLABLES) for _ in range(6)]
    return "".join(syllables[:3]) + "-" + "".join(syllables[3:])


def read_return_word(typed: str) -> str:
    """Return a return word as it was shown, from however it was typed."""
    letters = "".join(each for each in typed.lower() if each.isalpha())
    return f"{letters[:6]}-{letters[6:]}"


def _check_letters(signs: str) -> str:
    """Return two weighted sums modulo the prime 23."""
    values = [ALPHABET.index(sign) for sign in signs]
    plain = sum(values)
    weighted = sum(place * value for place, value in enumerate(values, 1))
    return ALPHABET[plain % len(ALPHABET)] + ALPHABET[weighted % len(ALPHABET)]


def _blocks(signs: str) -> str:
    """Write a code in blocks, with hyphens between them."""
    return "-".join(signs[i : i + BLOCK] for i in range(0, len(signs), BLOCK))
