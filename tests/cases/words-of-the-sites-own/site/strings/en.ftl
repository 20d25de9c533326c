# What our neighbours say.
contact = Knock on our door
by-date = no later than { $date }
all-actions = { actions }, all of it
