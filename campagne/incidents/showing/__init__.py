"""What readers see of incidents: /nu/ in three languages, and the banner on every page of the area.

Only frozen messages are shown, as of one moment. What has ended is told as ended, also when no clock noticed it yet.
"""
