"""The HTTP service and its page: texts in, records out, corrected records back as gold."""
