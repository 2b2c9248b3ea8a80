"""What one person said: exists in memory, and sealed."""
