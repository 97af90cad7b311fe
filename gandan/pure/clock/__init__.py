"""Legal time: working days, time limits as dated data, reporting periods. Enter by the module you need."""
