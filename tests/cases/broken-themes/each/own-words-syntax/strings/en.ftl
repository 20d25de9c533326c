actions = Do this
contact Knock on our door
actions = Do that
