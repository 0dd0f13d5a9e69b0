DELETE WHERE { as:alone bs:nearestScore ?score }
