DELETE WHERE { as:alone bs:nearestScore ?old } ;
INSERT DATA { as:alone bs:nearestScore 1.2 }
