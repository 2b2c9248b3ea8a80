"""What we ask: items, groups, scales and rules, as frozen values read from YAML."""
