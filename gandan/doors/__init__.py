"""Who comes in: pages and wires. No tables, no law."""
