until = until { date }
by-date: by then
