"""Campaign evaluation: what would count as a result is written down before the campaign begins, and then stands.

From the first day on a plan changes only with a reason, and the change stays to be read in the plan and in the report.
The report is made once, by the clock, from counters. Its verdict is one of the table, and it never names a cause.
"""
