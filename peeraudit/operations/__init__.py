"""What happens: one verb per file, one transaction each; the only rooms that see both ends."""
