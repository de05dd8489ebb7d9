"""Figures beside the page that somebody works on: in a panel of the editor and in the list of pages.

They are for whoever may edit the page, also without the right to see all figures, and for nobody else. The panel costs
two questions to the database and a list one, however many pages or versions there are. What a figure may say is said
in campagne.figures and campagne.measurement.measures; nothing here judges by itself.
"""
