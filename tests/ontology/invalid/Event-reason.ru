INSERT DATA { e:call bs:resolutionReason r:c }
