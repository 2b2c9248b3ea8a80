"""What happens: one verb a file, one transaction each; here alone both ends meet."""
