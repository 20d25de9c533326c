actions = Do this
all-actions = { action-words }
