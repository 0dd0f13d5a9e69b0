INSERT DATA { al:later rdf:subject e:call . e:call bs:followsUpOn c:agree-a }
