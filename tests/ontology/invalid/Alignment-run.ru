DELETE WHERE { al:same prov:wasGeneratedBy ?run }
