import '../shared.js';
import '../pages/partners.js';
