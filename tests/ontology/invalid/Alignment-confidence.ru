DELETE WHERE { al:same bs:confidence ?old } ;
INSERT DATA { al:same bs:confidence 2.0 }
