DELETE WHERE { e:call bs:involves ?party }
