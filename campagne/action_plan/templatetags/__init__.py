"""Tags of the action plan."""
