"""Privacy: what we promise about what is kept, and the papers about it that a municipality needs.

The public page, the data protection impact assessment and the register of processing are made from the tables, the
measures and the settings of this installation. What only the municipality can know is asked of it, never made up.
"""
