"""Open a draft with its code, but without its return word."""

from peeraudit.operations.privacy_check.keyring import opens_draft, possible_keys
from peeraudit.operations.privacy_check.scene import Look, Person, Scene
from peeraudit.operations.privacy_check.verdict import (
    Attack,
    Verdict,
    held,
    not_tried,
    won,
)
from peeraudit.sealing.drafts import KEY_BYTES

NO_KEY = bytes(KEY_BYTES)


def run(scene: Scene) -> Verdict:
    """Try the code with every key that database and website have."""
    look, owner = scene.last_while_open, scene.begun
    if look is None or owner is None:
        return not_tried("no code of a draft is known here")
    draft = _draft_of(look, owner)
    if draft is None:
        return not_tried("the draft of the check was not found")
    keys = (NO_KEY, *possible_keys(look, also_of_worker=False))
    tries = [(word, key) for word in ("", owner.code) for key in keys]
    if any(opens_draft(key, draft, code=owner.code, word=word) for word, key in tries):
        return won("it opens without the return word")
    return held(
        f"it stays shut in {len(tries)} tries; to try all words of 38 bits takes "
        "database, website's key and code together (docs/deployment.md says so)"
    )


def _draft_of(look: Look, owner: Person) -> bytes | None:
    """Return the sealed draft that is found by a code."""
    for row in look.rows:
        content = row.values.get("sealed")
        if owner.fingerprint in row.key and isinstance(content, bytes):
            return content
    return None


ATTACK = Attack(
    "draft-with-code", "Open a draft with its code and the website's keys", run
)
