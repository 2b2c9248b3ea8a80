"""What a team agreed about the role, and will do: never what anyone answered."""
