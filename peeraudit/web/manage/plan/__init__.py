"""After the report: the meeting, the role statement, and what a team will do."""
