"""What may be shown: cells that are proved safe, and reasons for what is withheld."""
