"""A static site of records: articles with their facts, a timeline, populations, organizations, search."""
