"""The privacy check: attacks on a seeded audit, or on a copy of a real installation."""
