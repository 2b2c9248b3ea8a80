"""A second browser with the cookies of the first, as a tab or a second press has."""

from flask.testing import FlaskClient

from tests.integration.web.visiting import Person


def twin(person: Person) -> FlaskClient:
    """Return a client that is known as this person is now."""
    client: FlaskClient = person.site.app.test_client()
    client._cookies = dict(person.client._cookies or {})
    return client
