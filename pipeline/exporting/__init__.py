"""Records to other systems: one module a target, over one description of the tables."""
