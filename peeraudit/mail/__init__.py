"""Mail: what each says, to whom it goes, and the one place that talks to a server."""
