"""Keys that were not kept well, and releases that were not checked."""

import pytest

from peeraudit.operations.privacy_check.attacks import forge
from peeraudit.operations.privacy_check.attacks.forge import forgeries
from peeraudit.operations.privacy_check.scene import Log, Moment, Scene
from peeraudit.release.release import Release, digest, to_json
from peeraudit.sealing.keys import KeyFolder, KeyKind
from tests.integration.privacy_check.heist import Heist

KEEP = "INSERT INTO document (audit_id, kind, content) VALUES (:audit, 'pdf', :content)"


def answers_key(heist: Heist) -> bytes:
    """The key that opens the boxes."""
    return heist.installation.keys.read(heist.audit, KeyKind.ANSWERS)


def an_answers_key_that_the_website_reads(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.submit(1)
    copy = heist.installation.web_keys.path / "copy"
    copy.write_bytes(b"a key: " + answers_key(heist))
    heist.look(Moment.OPEN)
    return heist.scene()


def an_answers_key_in_the_database(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.submit(1)
    heist.execute(KEEP, audit=heist.audit, content=answers_key(heist))
    heist.look(Moment.OPEN)
    return heist.scene()


def a_key_in_a_log(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.logs.append(Log("a log", f"made the key {answers_key(heist).hex()}"))
    heist.look(Moment.OPEN)
    return heist.scene()


def keys_left_after_closing(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    patch.setattr(KeyFolder, "destroy", lambda *_: None)
    heist.submit(1)
    heist.close()
    return heist.scene()


def a_draft_key_left_after_closing(heist: Heist, patch: pytest.MonkeyPatch) -> Scene:
    destroy = KeyFolder.destroy

    def all_but_drafts(folder: KeyFolder, audit: str, kind: KeyKind) -> None:
        if kind is not KeyKind.DRAFTS:
            destroy(folder, audit, kind)

    patch.setattr(KeyFolder, "destroy", all_but_drafts)
    heist.begin_draft()
    heist.close()
    return heist.scene()


def a_mail_key_left_after_the_last_mail(
    heist: Heist, patch: pytest.MonkeyPatch
) -> Scene:
    destroy = KeyFolder.destroy

    def all_but_mail(folder: KeyFolder, audit: str, kind: KeyKind) -> None:
        if kind is not KeyKind.MAIL:
            destroy(folder, audit, kind)

    patch.setattr(KeyFolder, "destroy", all_but_mail)
    heist.close()
    return heist.scene()


def a_key_that_was_left_half_written(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.submit(1)
    heist.close()
    (heist.installation.keys.path / ".new-abc").write_bytes(b"half a key")
    heist.look(Moment.CLOSED)
    return heist.scene()


def a_key_that_a_group_may_read(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    (heist.installation.keys.path / f"{heist.audit}.answers").chmod(0o640)
    heist.look(Moment.NOW)
    return heist.scene()


def a_check_that_looks_at_the_hash_alone(
    heist: Heist, patch: pytest.MonkeyPatch
) -> Scene:
    def hash_only(release: Release) -> tuple[str, ...]:
        return () if digest(release) == release.hash else ("hash",)

    patch.setattr(forge, "verify", hash_only)
    heist.submit(20)
    heist.close()
    return heist.scene()


def a_stored_release_that_was_forged(heist: Heist, _: pytest.MonkeyPatch) -> Scene:
    heist.submit(20)
    heist.close()
    stored = [row for row in heist.looks[-1].rows if row.table == "release"]
    forged = next(forgeries(str(stored[0].values["content"])))
    heist.execute(
        "UPDATE release SET content = :content, hash = :hash",
        content=to_json(forged),
        hash=forged.hash,
    )
    heist.look(Moment.NOW)
    return heist.scene()


WEAKNESSES = (
    ("open-boxes", an_answers_key_that_the_website_reads),
    ("open-boxes", an_answers_key_in_the_database),
    ("keys-copied", an_answers_key_in_the_database),
    ("keys-copied", a_key_in_a_log),
    ("keys-left", keys_left_after_closing),
    ("keys-left", a_mail_key_left_after_the_last_mail),
    ("keys-left", a_key_that_was_left_half_written),
    ("old-backup", keys_left_after_closing),
    ("old-backup", a_draft_key_left_after_closing),
    ("files-open", a_key_that_a_group_may_read),
    ("forge", a_check_that_looks_at_the_hash_alone),
    ("stored-releases", a_stored_release_that_was_forged),
)
