"""What is remembered: tables, one module per noun, and the way to the database."""
