"""The catalogue for translators is what the site says."""

from peeraudit.web.catalogue import FILE, collected


def test_the_catalogue_is_up_to_date() -> None:
    # To mend it: python -m peeraudit.web.catalogue
    assert FILE.read_text(encoding="utf-8") == collected()


def test_words_of_python_and_of_templates_are_in_it() -> None:
    written = FILE.read_text(encoding="utf-8")
    assert 'msgid "Submit my answers"' in written
    assert 'msgid "Your code"' in written
    assert 'msgid_plural "About %(num)s minutes"' in written
