"""The look: base pages, components, language, refusals, seating. It does not know what it draws."""
