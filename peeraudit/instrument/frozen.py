"""What every value of an instrument is made of: the frozen base, and the groups."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value of an instrument: never changed, and with declared fields only."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Group(StrEnum):
    """The four groups whose views are compared (the paper, p.2 to 4)."""

    MANAGER = "manager"
    PEER_WORKER = "peer_worker"
    OTHER_STAFF = "other_staff"
    PERSON_USING_SERVICE = "person_using_service"
