DELETE WHERE { al:same bs:differsIn ?kind }
