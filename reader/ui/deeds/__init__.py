"""What the commands do, as functions of the reading screen."""
