import '../shared.js';
import '../pages/sales.js';
import '../pages/customers.js';
