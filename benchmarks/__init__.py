"""What must be fast, each as a ratio to a limit measured beside it in the same run."""
