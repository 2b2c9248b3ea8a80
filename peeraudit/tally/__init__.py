"""What the responses add up to: exists in memory, while an audit closes."""
